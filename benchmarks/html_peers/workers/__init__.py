"""What runs inside the environments of the Python libraries, one module a tool."""
