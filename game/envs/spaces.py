"""The spaces of a scenario's world, and what a chair observes in them, as NumPy arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
from gymnasium import spaces

from game.content.records import Content
from game.envs.acts import numbering
from game.envs.features import features
from game.envs.run import Run


def action_space(content: Content, scenario: str) -> Any:
    """Return the space of steps, by their numbers."""
    return spaces.Discrete(len(numbering(content.original, scenario)))


def observation_space(content: Content, scenario: str) -> Any:
    """Return the space of observations: numbers within their bounds, and the mask of steps."""
    bounds = features(content.original, scenario).bounds
    low = np.array([least for least, _ in bounds], dtype=np.float32)
    high = np.array([most for _, most in bounds], dtype=np.float32)
    steps = (len(numbering(content.original, scenario)),)
    return spaces.Dict(
        {
            "observation": spaces.Box(low, high, dtype=np.float32),
            "action_mask": spaces.Box(0, 1, steps, dtype=np.int8),
        }
    )


def observed(run: Run, chair: str) -> dict[str, Any]:
    """Return what a chair observes, and the mask of the steps that it may take."""
    mask: Any = np.zeros(len(run.numbering), dtype=np.int8)
    mask[list(run.may(chair))] = 1
    return {"observation": np.array(run.observe(chair), dtype=np.float32), "action_mask": mask}
