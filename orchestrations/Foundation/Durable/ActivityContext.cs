namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>What an activity knows about the step it runs for.</summary>
/// <param name="InstanceId">The workflow instance that called it.</param>
/// <param name="IdempotencyKey"><c>instance/step</c>: equal over all attempts of one step, different between steps. Give it to whoever must not do a thing twice.</param>
/// <param name="Attempt">From 1. A first attempt is no promise that nothing happened before: a process may have died.</param>
/// <param name="Cancellation">Cancelled when the host stops; the step is then run again later.</param>
public sealed record ActivityContext(string InstanceId, string IdempotencyKey, int Attempt, CancellationToken Cancellation);
