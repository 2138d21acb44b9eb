using System.Globalization;
using HelpDesk.Simulator.Graph.Calls;

namespace HelpDesk.Simulator.Graph.Throttling;

/// <summary>What the model says of a call.</summary>
/// <param name="Refusal">The 429; null when the call is let in.</param>
/// <param name="Level">The part used of its fullest limit.</param>
/// <param name="Units">Resource units counted; 0 where the class does not count in them.</param>
internal sealed record ThrottleDecision(GraphAnswer? Refusal, double Level, int Units)
{
    private const double ReportedFrom = 0.8;

    /// <summary>The headers that an answer to the call has.</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers()
    {
        if (Units == 0)
            yield break;
        yield return new("x-ms-resource-unit", Units.ToString(CultureInfo.InvariantCulture));
        if (Level > ReportedFrom)
            yield return new("x-ms-throttle-limit-percentage", Level.ToString("0.00", CultureInfo.InvariantCulture));
    }
}
