using HelpDesk.Simulator.Faulting;

namespace HelpDesk.Simulator.Pages.Overview;

/// <summary>A fault that the overview switches with one button.</summary>
/// <param name="Id">Id of the switch.</param>
/// <param name="Name">As shown.</param>
/// <param name="Make">The fault for a system.</param>
/// <param name="Systems">Which systems can have it.</param>
internal sealed record FaultSwitch(string Id, string Name, Func<string, Fault> Make, IReadOnlyList<string> Systems)
{
    // Longer than any caller waits.
    private const double NoAnswerSeconds = 600;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FaultSwitch> All { get; } =
    [
        Of("latency", "2 s delay", FaultKind.Latency, 2),
        Of("throttled", "429, Retry-After 5 s", FaultKind.Throttled, 5),
        Of("throttled-silent", "429 without Retry-After", FaultKind.Throttled, 0),
        Of("unavailable", "503", FaultKind.Unavailable, 0),
        Of("no-answer", "Timeout", FaultKind.Latency, NoAnswerSeconds),
        Of("down", "Down", FaultKind.Down, 0),
        Of("stuck", "Device actions stuck", FaultKind.ActionStaysPending, 0, "graph"),
        Of("non-compliant", "Devices stay non-compliant", FaultKind.StaysNonCompliant, 0, "graph"),
        Of("pass-unused", "Passes are never used", FaultKind.PassNeverUsed, 0, "graph"),
        Of("not-provisioned", "Licences with an error", FaultKind.LicenceNotProvisioned, 0, "graph"),
        Of("not-installed", "Applications never install", FaultKind.AppNeverInstalls, 0, "graph"),
        Of("stale", "Reads 30 s behind", FaultKind.StaleReads, 30, "graph"),
    ];

    /// <summary>Those that a system can have.</summary>
    public static IEnumerable<FaultSwitch> Of(string system) => All.Where(known => known.Systems.Contains(system, StringComparer.Ordinal));

    /// <summary>Name of the fault that it switches on.</summary>
    public string FaultId(string system) => $"page-{system}-{Id}";

    /// <summary>Switches a fault of a system.</summary>
    /// <returns>False when there is no such switch.</returns>
    public static bool Turn(Faults faults, string system, string id, bool isOn)
    {
        if (Of(system).FirstOrDefault(known => known.Id == id) is not { } found)
            return false;
        if (isOn)
            faults.Set(found.Make(system));
        else
            faults.Remove(found.FaultId(system));
        return true;
    }

    private static FaultSwitch Of(string id, string name, FaultKind kind, double seconds, string? only = null) => new(
        id, name, system => new Fault { Id = $"page-{system}-{id}", System = system, Kind = kind, Seconds = seconds }, only is null ? Faults.Systems : [only]);
}
