using Microsoft.Extensions.Configuration;

namespace HelpDesk.Local.Composition;

/// <summary>
/// Decides which systems are real and which simulated. No real system: all are simulated. One real system: nothing is simulated
/// but what <c>HelpDesk:Simulate</c> names, so that nobody takes a stand-in for the real thing.
/// </summary>
internal sealed class SystemChoice
{
    /// <summary>Setting that names what is simulated beside real systems, comma separated.</summary>
    public const string SimulateSetting = "HelpDesk:Simulate";

    private static readonly OutsideSystem[] All = Enum.GetValues<OutsideSystem>();

    /// <summary>A system is real as soon as one of its settings is given; the first is the one to set.</summary>
    private static readonly Dictionary<OutsideSystem, string[]> Marks = new()
    {
        [OutsideSystem.Graph] = ["Graph:TenantId", "Graph:ClientId", "Graph:ClientSecret"],
        [OutsideSystem.ServiceNow] = ["ServiceNow:InstanceUrl", "ServiceNow:ClientId", "ServiceNow:ClientSecret"],
        [OutsideSystem.Jira] = ["Jira:SiteUrl", "Jira:Email", "Jira:ApiToken", "Jira:BearerToken"],
        [OutsideSystem.Teams] = ["Teams:WorkflowUrl"],
        [OutsideSystem.AzureOpenAI] = ["AzureOpenAI:Endpoint", "AzureOpenAI:ApiKey"],
    };

    private readonly Dictionary<OutsideSystem, SystemMode> _modes = [];
    private readonly List<string> _faults = [];

    private SystemChoice()
    {
    }

    /// <summary>Why this cannot be; empty when it can.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>True when at least one system is simulated: the simulated tenant must run.</summary>
    public bool AnySimulated => All.Any(IsSimulated);

    /// <summary>How a system takes part.</summary>
    public SystemMode this[OutsideSystem system] => _modes[system];

    /// <summary>Those that take part in a way.</summary>
    public IEnumerable<OutsideSystem> Of(SystemMode mode) => All.Where(system => _modes[system] == mode);

    /// <summary>True when a stand-in plays it.</summary>
    public bool IsSimulated(OutsideSystem system) => _modes[system] == SystemMode.Simulated;

    /// <summary>Reads the settings.</summary>
    public static SystemChoice From(IConfiguration settings)
    {
        var choice = new SystemChoice();
        var real = All.Where(system => Marks[system].Any(mark => !string.IsNullOrWhiteSpace(settings[mark]))).ToHashSet();
        var named = choice.Named(settings[SimulateSetting] ?? "");
        foreach (var system in All)
        {
            choice._modes[system] = real.Contains(system) ? SystemMode.Real
                : named.Contains(system) || (real.Count == 0 && system != OutsideSystem.AzureOpenAI) ? SystemMode.Simulated
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
            if (Enum.TryParse<OutsideSystem>(word, ignoreCase: true, out var system) && Enum.IsDefined(system) && !char.IsAsciiDigit(word[0]))
                named.Add(system);
            else
                _faults.Add($"{SimulateSetting} names '{word}'; known are {string.Join(", ", All).ToLowerInvariant()}.");
        }

        return named;
    }

    private void CheckContradictions(HashSet<OutsideSystem> real, HashSet<OutsideSystem> named)
    {
        foreach (var system in All.Where(system => real.Contains(system) && named.Contains(system)))
            _faults.Add($"{SimulateSetting} names {Word(system)}, but {Marks[system][0]} or another of its settings is given: remove one of the two.");
    }

    private void CheckMixture()
    {
        var lacking = new List<string>();
        if (_modes[OutsideSystem.Graph] == SystemMode.Off)
            lacking.Add($"Graph is neither: set Graph:TenantId (and Graph:ClientId), or name graph in {SimulateSetting}.");
        if (_modes[OutsideSystem.ServiceNow] == SystemMode.Off && _modes[OutsideSystem.Jira] == SystemMode.Off)
            lacking.Add($"No ticket system is either: set ServiceNow:InstanceUrl or Jira:SiteUrl, or name servicenow or jira in {SimulateSetting}.");
        if (lacking.Count == 0)
            return;
        _faults.Add($"Real and simulated systems are mixed only when each simulated one is named in {SimulateSetting}. Real: {Words(SystemMode.Real)}. Simulated: {Words(SystemMode.Simulated)}. Switched off: {Words(SystemMode.Off)}.");
        _faults.AddRange(lacking);
    }

    private string Words(SystemMode mode) => Of(mode).Select(Word).ToList() is { Count: > 0 } words ? string.Join(", ", words) : "none";

    private static string Word(OutsideSystem system) => system.ToString().ToLowerInvariant();
}
