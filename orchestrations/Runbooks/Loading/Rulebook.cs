using HelpDesk.Orchestrations.Policy;

namespace HelpDesk.Orchestrations.Runbooks.Loading;

/// <summary>Everything that was loaded at start and found without fault.</summary>
/// <param name="Runbooks">All runbooks.</param>
/// <param name="Policy">All policy.</param>
public sealed record Rulebook(RunbookLibrary Runbooks, PolicySet Policy);
