using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Planning.Undo;

/// <summary>A step of a finished case as its page offers it for undoing.</summary>
/// <param name="Index">Its place in the plan, from 0.</param>
/// <param name="Step">The step.</param>
/// <param name="Left">What it left behind; null when nothing that can be undone.</param>
/// <param name="Until">Until when it may be undone, UTC, also when that is over; null when it never could be.</param>
/// <param name="WhyNot">Why it cannot be undone; null when it can.</param>
public sealed record UndoOffer(int Index, PlanStep Step, StepDone? Left, DateTimeOffset? Until, string? WhyNot);
