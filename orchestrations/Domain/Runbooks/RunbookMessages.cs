using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Runbooks;

/// <summary>What the requester is told. That an AI wrote it and how to reach a person is added by whoever sends it.</summary>
/// <param name="Done">When everything was done and verified.</param>
/// <param name="Waiting">While an approver or a hand-over is waited for.</param>
/// <param name="Refused">When policy or an approver said no.</param>
/// <param name="Escalated">When a person takes over.</param>
public sealed record RunbookMessages(LocalizedText Done, LocalizedText Waiting, LocalizedText Refused, LocalizedText Escalated);
