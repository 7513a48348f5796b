"""How names, figures and words are spelled: almost as another, or as no figure is printed."""
