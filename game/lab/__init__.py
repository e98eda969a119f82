"""The lab: the game measured."""
