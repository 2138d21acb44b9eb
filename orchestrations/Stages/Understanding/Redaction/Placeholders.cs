using System.Globalization;

namespace HelpDesk.Orchestrations.Stages.Understanding.Redaction;

/// <summary>What stands for what in one ticket: the same value gets the same placeholder. Secrets and card numbers are never remembered.</summary>
internal sealed class Placeholders
{
    /// <summary>Stands for any secret.</summary>
    public const string Secret = "[SECRET]";

    /// <summary>Stands for the requester's own name.</summary>
    public const string Requester = "[REQUESTER]";

    private const int Most = 200;

    private readonly Dictionary<string, string> _byValue = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byPlaceholder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Value by placeholder, for answers to the requester.</summary>
    public IReadOnlyDictionary<string, string> Reversible => _byPlaceholder;

    /// <summary>The placeholder of a value; beyond 200 values of a ticket one without a number, which cannot be turned back.</summary>
    public string For(string kind, string value, string? key = null)
    {
        var known = $"{kind} {key ?? value}";
        if (_byValue.TryGetValue(known, out var placeholder))
            return placeholder;
        if (_byValue.Count >= Most)
            return $"[{kind}]";
        placeholder = Next(kind);
        _byValue.Add(known, placeholder);
        _byPlaceholder.Add(placeholder, value);
        return placeholder;
    }

    /// <summary>A placeholder whose value is dropped.</summary>
    public string Dropped(string kind) => Next(kind);

    /// <summary>Remembers what a fixed placeholder stands for.</summary>
    public void Fixed(string placeholder, string value) => _byPlaceholder.TryAdd(placeholder, value);

    private string Next(string kind)
    {
        var number = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"[{kind}_{number}]");
    }
}
