using HelpDesk.Orchestrations.Domain.Intents;

namespace HelpDesk.Orchestrations.Domain.Policy.Systems;

/// <summary>A system that has accounts, passwords or locks of its own: one entry of <c>policy/systems.yaml</c>.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens; the fact <c>system</c> is <c>other:ID</c>.</param>
/// <param name="Title">How it is shown to people.</param>
/// <param name="Words">
/// What it is called, in all languages together, folded: sought from word starts; one that ends in a space is a whole word; one that
/// begins with a star is sought within words, for compounds.
/// </param>
/// <param name="IsKind">True for a kind of thing ("a portal", "a file") that is only meant beside a password, lock or code.</param>
/// <param name="Route">Who gets its tickets.</param>
public sealed record KnownSystem(string Id, string Title, IReadOnlyList<string> Words, bool IsKind, Route Route);
