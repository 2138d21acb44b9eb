namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>What a wait for an event ended with: the event, or "no answer" at the deadline.</summary>
/// <param name="Arrived">True when the event came before the deadline.</param>
/// <param name="Value">The event's payload; meaningful only when <paramref name="Arrived"/>. Never trusted for a decision.</param>
public sealed record EventOutcome<T>(bool Arrived, T? Value);
