namespace HelpDesk.Simulator.Graph.Throttling;

/// <summary>What was counted of one limit since the model was set.</summary>
/// <param name="Limit">Name of the limit.</param>
/// <param name="App">Client id it is counted for; <c>*</c> = all of the tenant.</param>
/// <param name="Amount">How much it allows.</param>
/// <param name="Seconds">In how long.</param>
/// <param name="Requests">Calls that counted for it.</param>
/// <param name="Used">What they cost together.</param>
/// <param name="Refused">Calls that it refused.</param>
/// <param name="Level">The part used now; 1 = full.</param>
/// <param name="Peak">The highest part ever used.</param>
public sealed record LimitFigures(string Limit, string App, double Amount, double Seconds, long Requests, double Used, long Refused, double Level, double Peak);
