"""WordPress: its export files, its REST interface, and posts as it stores them."""
