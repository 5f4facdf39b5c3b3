"""What is asked of a site, one small class a rule."""
