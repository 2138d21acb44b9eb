using System.IO.Enumeration;
using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Faulting;

/// <summary>
/// The faults that are switched on, for all simulated systems; they outlive the process. Chance is seeded: the same calls meet
/// the same faults.
/// </summary>
public sealed class Faults(SimulatorStore store)
{
    private const int Seed = 4711;
    private const string Kind = "faults";

    private Random _chance = new(Seed);

    /// <summary>Names of the systems that can have faults.</summary>
    public static IReadOnlyList<string> Systems { get; } = ["graph", "servicenow", "jira", "teams", "teams-bot", "slack", "mattermost", "confluence", "mediawiki", "teamviewer", "screenconnect", "rescue", "openai"];

    /// <summary>All that are on, by name.</summary>
    public IReadOnlyList<Fault> All => [.. store.All<Fault>(Kind).OrderBy(static fault => fault.Id, StringComparer.Ordinal)];

    /// <summary>The fault of that name; null when it is not on.</summary>
    public Fault? Find(string id) => store.Get<Fault>(Kind, id);

    /// <summary>Switches a fault on, instead of an earlier one of its name.</summary>
    /// <exception cref="ArgumentException">It is none that could ever strike; the message says why.</exception>
    public void Set(Fault fault)
    {
        if (Objection(fault) is { } objection)
            throw new ArgumentException(objection, nameof(fault));
        store.Put(Kind, fault.Id, fault);
    }

    /// <summary>Switches a fault off.</summary>
    /// <returns>False when it was not on.</returns>
    public bool Remove(string id) => store.Remove<Fault>(Kind, id);

    /// <summary>Switches everything off and starts chance anew.</summary>
    public void Clear() => store.Together(() =>
    {
        foreach (var fault in All)
            Remove(fault.Id);
        _chance = new Random(Seed);
    });

    /// <summary>What is wrong with a fault; null when nothing is.</summary>
    public static string? Objection(Fault fault)
    {
        if (string.IsNullOrWhiteSpace(fault.Id))
            return "id must not be empty";
        if (!Systems.Contains(fault.System, StringComparer.OrdinalIgnoreCase))
            return $"system must be one of {string.Join(", ", Systems)}";
        if (!Enum.IsDefined(fault.Kind))
            return $"kind must be one of {string.Join(", ", Enum.GetNames<FaultKind>())}";
        if (fault.Probability is not (>= 0 and <= 1))
            return "probability must be from 0 to 1";
        return fault.Seconds is >= 0 and <= Fault.MostSeconds ? null : $"seconds must be from 0 to {Fault.MostSeconds}";
    }

    /// <summary>The faults of these kinds that strike this call now; each counts down.</summary>
    public IReadOnlyList<Fault> Strike(string system, string method, string path, Func<FaultKind, bool> kinds) => store.Together(() =>
    {
        var struck = new List<Fault>();
        foreach (var fault in All)
        {
            if (!kinds(fault.Kind) || !Covers(fault, system, method, path) || fault.Count <= 0)
                continue;
            if (fault.Probability < 1 && _chance.NextDouble() >= fault.Probability)
                continue;
            if (fault.Count is { } left)
                store.Put(Kind, fault.Id, fault with { Count = left - 1 });
            struck.Add(fault);
        }

        return struck;
    });

    /// <summary>How far reads lag behind writes on this path; zero when they do not.</summary>
    public TimeSpan Lag(string system, string method, string path) =>
        Strike(system, method, path, static kind => kind == FaultKind.StaleReads)
            .Select(fault => TimeSpan.FromSeconds(fault.Seconds))
            .DefaultIfEmpty(TimeSpan.Zero)
            .Max();

    private static bool Covers(Fault fault, string system, string method, string path) =>
        string.Equals(fault.System, system, StringComparison.OrdinalIgnoreCase)
        && (fault.Method is null || string.Equals(fault.Method, method, StringComparison.OrdinalIgnoreCase))
        && FileSystemName.MatchesSimpleExpression(fault.Path.Contains('*', StringComparison.Ordinal) ? fault.Path : $"*{fault.Path}*", path, ignoreCase: true);
}
