"""Posts that come from WordPress and go back to it in pairs."""
