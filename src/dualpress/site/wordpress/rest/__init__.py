"""WordPress over its REST API (https://developer.wordpress.org/rest-api/): posts, terms, users."""
