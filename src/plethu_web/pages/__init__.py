"""What every page of the site shares (navigation, language switch, components), and the pages without data."""
