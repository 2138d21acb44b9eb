namespace HelpDesk.Local.Composition;

/// <summary>
/// Decides which systems are real and which simulated. No real system: all are simulated. One real system: nothing is simulated
/// but what <c>HelpDesk:Simulate</c> names, so that no one mistakes a stand-in for the real system.
/// </summary>
internal sealed class SystemChoice
{
    /// <summary>Setting that names what is simulated beside real systems, comma separated.</summary>
    public const string SimulateSetting = "HelpDesk:Simulate";

    private readonly IReadOnlyList<OutsideSystem> _all;
    private readonly Dictionary<OutsideSystem, SystemMode> _modes = [];
    private readonly List<string> _faults = [];

    private SystemChoice(IReadOnlyList<OutsideSystem> all) => _all = all;

    /// <summary>Why this cannot be; empty when it can.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>True when at least one system is simulated: the simulated tenant must run.</summary>
    public bool AnySimulated => _all.Any(IsSimulated);

    /// <summary>How a system takes part.</summary>
    public SystemMode this[OutsideSystem system] => _modes[system];

    /// <summary>Those that take part in a way.</summary>
    public IEnumerable<OutsideSystem> Of(SystemMode mode) => _all.Where(system => _modes[system] == mode);

    /// <summary>True when a stand-in plays it.</summary>
    public bool IsSimulated(OutsideSystem system) => _modes[system] == SystemMode.Simulated;

    /// <summary>Reads the settings.</summary>
    public static SystemChoice From(IConfiguration settings)
    {
        var choice = new SystemChoice(
            [OutsideSystem.Graph, .. TicketSystemAdapters.Describe(settings).Select(OutsideSystem.Of), OutsideSystem.Teams, OutsideSystem.TeamsBot, OutsideSystem.Slack, OutsideSystem.Mattermost, OutsideSystem.Confluence, OutsideSystem.MediaWiki,
             OutsideSystem.TeamViewer, OutsideSystem.ScreenConnect, OutsideSystem.Rescue, OutsideSystem.AzureOpenAI]);
        var real = choice._all.Where(system => system.Settings.Any(setting => !string.IsNullOrWhiteSpace(settings[setting]))).ToHashSet();
        var named = choice.Named(settings[SimulateSetting] ?? "");
        foreach (var system in choice._all)
        {
            choice._modes[system] = real.Contains(system) ? SystemMode.Real
                : named.Contains(system) || (real.Count == 0 && IsSimulatedByDefault(system)) ? SystemMode.Simulated
                : SystemMode.Off;
        }

        choice.CheckContradictions(real, named);
        if (real.Count > 0)
            choice.CheckMixture();
        return choice;
    }

    private HashSet<OutsideSystem> Named(string text)
    {
        var named = new HashSet<OutsideSystem>();
        foreach (var word in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (_all.FirstOrDefault(system => system.Id.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } system && SimulatedSettings.Knows(system))
                named.Add(system);
            else
                _faults.Add($"{SimulateSetting} names '{word}'; known are {string.Join(", ", _all.Where(SimulatedSettings.Knows))}.");
        }

        return named;
    }

    private void CheckContradictions(HashSet<OutsideSystem> real, HashSet<OutsideSystem> named)
    {
        foreach (var system in _all.Where(system => real.Contains(system) && named.Contains(system)))
            _faults.Add($"{SimulateSetting} names {system}, but {system.Settings[0]} or another of its settings is given: remove one of the two.");
    }

    private void CheckMixture()
    {
        var lacking = new List<string>();
        if (_modes[OutsideSystem.Graph] == SystemMode.Off)
            lacking.Add($"Graph is neither: set Graph:TenantId (and Graph:ClientId), or name graph in {SimulateSetting}.");
        var tickets = _all.Where(system => system.IsTicketSystem).ToList();
        if (tickets.All(system => _modes[system] == SystemMode.Off))
            lacking.Add($"No ticket system is either: set {string.Join(" or ", tickets.Select(system => system.Settings[0]))}, or name {string.Join(" or ", tickets.Where(SimulatedSettings.Knows))} in {SimulateSetting}.");
        if (lacking.Count == 0)
            return;
        _faults.Add($"Real and simulated systems are mixed only when each simulated one is named in {SimulateSetting}. Real: {Words(SystemMode.Real)}. Simulated: {Words(SystemMode.Simulated)}. Switched off: {Words(SystemMode.Off)}.");
        _faults.AddRange(lacking);
    }

    private string Words(SystemMode mode) => Of(mode).Select(system => system.Id).ToList() is { Count: > 0 } words ? string.Join(", ", words) : "none";

    private static bool IsSimulatedByDefault(OutsideSystem system) => system != OutsideSystem.AzureOpenAI && SimulatedSettings.Knows(system);
}
