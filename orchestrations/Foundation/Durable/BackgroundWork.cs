namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>Names workflow instances whose activities give way to all others. A flow registers its own; without one nothing is in the background.</summary>
/// <param name="Includes">True for the id of such an instance.</param>
public sealed record BackgroundWork(Func<string, bool> Includes);
