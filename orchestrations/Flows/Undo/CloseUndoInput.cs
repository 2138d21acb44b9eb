namespace HelpDesk.Orchestrations.Flows.Undo;

/// <summary>What <see cref="CloseUndo"/> takes.</summary>
/// <param name="CaseId">The undo's own case.</param>
/// <param name="OriginCaseId">The case whose steps were to be taken back.</param>
/// <param name="WhyNot">Why it was not, or not wholly, undone; null when every step is back.</param>
/// <param name="NeedsPerson">True when something was tried and a person must look at it.</param>
public sealed record CloseUndoInput(string CaseId, string OriginCaseId, string? WhyNot, bool NeedsPerson);
