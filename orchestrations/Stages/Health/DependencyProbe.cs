using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Health;

/// <summary>
/// How one thing we depend on is looked at. An adapter registers one. The look is cheap, changes nothing and costs at most one
/// request; where none is that cheap, only what real calls met is told (<see cref="DependencyNotes"/>).
/// </summary>
/// <param name="Name">Its name, kebab-case.</param>
/// <param name="IsRequired">True when nothing can be accepted without it.</param>
/// <param name="Advice">What to change when it does not work.</param>
/// <param name="AskAsync">The look: throws <see cref="VendorException"/> for a fault. Null: only notes tell.</param>
public sealed record DependencyProbe(string Name, bool IsRequired, ProbeAdvice Advice, Func<CancellationToken, Task>? AskAsync);
