using System.Globalization;

namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>Times as managers write them: <c>30 minutes</c>, <c>1 hour</c>, <c>90 days</c>.</summary>
public static class PlainDuration
{
    private static readonly Dictionary<string, TimeSpan> Units = new(StringComparer.Ordinal)
    {
        ["second"] = TimeSpan.FromSeconds(1),
        ["minute"] = TimeSpan.FromMinutes(1),
        ["hour"] = TimeSpan.FromHours(1),
        ["day"] = TimeSpan.FromDays(1),
    };

    /// <summary>Reads a number and a unit; 0 to 9,999 of it.</summary>
    public static bool TryParse(string text, out TimeSpan span)
    {
        span = default;
        var parts = text.Split(' ');
        if (parts.Length != 2 || parts[0].Length > 4
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !Units.TryGetValue(parts[1].TrimEnd('s'), out var unit))
            return false;
        span = unit * count;
        return true;
    }

    /// <summary>Writes a span in its largest whole unit.</summary>
    public static string Write(TimeSpan span)
    {
        var (name, unit) = Units.Reverse().FirstOrDefault(unit => span.Ticks % unit.Value.Ticks == 0, new("second", Units["second"]));
        var count = (long)(span / unit);
        return string.Create(CultureInfo.InvariantCulture, $"{count} {name}{(count == 1 ? "" : "s")}");
    }
}
