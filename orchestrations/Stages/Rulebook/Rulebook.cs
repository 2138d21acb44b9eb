using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Runbooks;

namespace HelpDesk.Orchestrations.Stages.Rulebook;

/// <summary>Everything that was loaded at start and found without fault.</summary>
/// <param name="Runbooks">All runbooks.</param>
/// <param name="Policy">All policy.</param>
public sealed record Rulebook(RunbookLibrary Runbooks, PolicySet Policy);
