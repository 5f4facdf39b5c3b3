"""What is known of English and Hindi as text: sentences, language, letters, numbers.

Nothing here knows of HTML, PO or an engine: text comes in, facts come out.
"""
