using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Architecture.Tests.Planted;

/// <summary>No violation: the ids have their types, and what is text is not named as one.</summary>
public sealed record TypedIds(CaseId CaseId, PersonId? SubjectId, string ApprovalId);
