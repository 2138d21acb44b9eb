using System.Globalization;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Contract;

namespace HelpDesk.Simulator.Graph.Throttling;

/// <summary>What a call counts for, as the contract has it.</summary>
/// <param name="Class">Throttle class; AUTH counts as IDN, which no other class names.</param>
/// <param name="Units">Resource units; 0 where the class does not count in them.</param>
/// <param name="Writes">1 for a change.</param>
internal sealed record CallCost(string Class, int Units, int Writes)
{
    private const int FewRows = 20;

    /// <summary>The cost of a call.</summary>
    public static CallCost Of(GraphOperation operation, GraphCall call)
    {
        if (call.Query.GetValueOrDefault("$select")?.Contains("signInActivity", StringComparison.OrdinalIgnoreCase) == true)
            return new CallCost("SIA", 0, 0);
        if (operation.ThrottleClass is not ("IDN" or "AUTH"))
            return new CallCost(operation.ThrottleClass, 0, operation.Method == "GET" ? 0 : 1);
        var units = operation.ResourceUnits ?? 1;
        if (call.Query.ContainsKey("$select"))
            units--;
        if (call.Query.ContainsKey("$expand"))
            units++;
        if (call.Query.TryGetValue("$top", out var top) && int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows < FewRows)
            units--;
        return new CallCost("IDN", Math.Max(1, units), operation.Writes);
    }
}
