using System.IO.Enumeration;

namespace HelpDesk.Simulator.Faulting;

/// <summary>The faults that are switched on, for all simulated systems. Chance is seeded: the same calls meet the same faults.</summary>
public sealed class Faults
{
    private const int Seed = 4711;

    private readonly Lock _changing = new();
    private readonly Dictionary<string, Fault> _faults = new(StringComparer.Ordinal);
    private Random _chance = new(Seed);

    /// <summary>All that are on.</summary>
    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_changing)
                return [.. _faults.Values];
        }
    }

    /// <summary>Switches a fault on, instead of an earlier one of its name.</summary>
    public void Set(Fault fault)
    {
        lock (_changing)
            _faults[fault.Id] = fault;
    }

    /// <summary>Switches a fault off.</summary>
    /// <returns>False when it was not on.</returns>
    public bool Remove(string id)
    {
        lock (_changing)
            return _faults.Remove(id);
    }

    /// <summary>Switches everything off and starts chance anew.</summary>
    public void Clear()
    {
        lock (_changing)
        {
            _faults.Clear();
            _chance = new Random(Seed);
        }
    }

    /// <summary>The faults of these kinds that strike this call now; each counts down.</summary>
    public IReadOnlyList<Fault> Strike(string system, string method, string path, Func<FaultKind, bool> kinds)
    {
        lock (_changing)
        {
            var struck = new List<Fault>();
            foreach (var fault in _faults.Values.ToList())
            {
                if (!kinds(fault.Kind) || !Covers(fault, system, method, path) || fault.Count <= 0)
                    continue;
                if (fault.Probability < 1 && _chance.NextDouble() >= fault.Probability)
                    continue;
                if (fault.Count is { } left)
                    _faults[fault.Id] = fault with { Count = left - 1 };
                struck.Add(fault);
            }

            return struck;
        }
    }

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
