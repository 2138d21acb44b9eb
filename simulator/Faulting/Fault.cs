namespace HelpDesk.Simulator.Faulting;

/// <summary>A fault that is switched on.</summary>
public sealed record Fault
{
    /// <summary>Most <see cref="Seconds"/>: a day.</summary>
    public const double MostSeconds = 86_400;

    /// <summary>Its name; putting another of the same name replaces it.</summary>
    public required string Id { get; init; }

    /// <summary>The system: graph, servicenow, jira, teams, teams-bot, slack, mattermost, confluence, mediawiki, teamviewer, screenconnect, rescue, openai.</summary>
    public required string System { get; init; }

    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>Which paths: a part of the path, with * for anything. Default *, all of the system.</summary>
    public string Path { get; init; } = "*";

    /// <summary>Only this HTTP method. Default null: any.</summary>
    public string? Method { get; init; }

    /// <summary>How often it still strikes; null = for ever. Default null.</summary>
    public int? Count { get; init; }

    /// <summary>How likely it strikes, 0 to 1. Default 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Seconds of latency, staleness or Retry-After. 0 to <see cref="MostSeconds"/>, default 1.</summary>
    public double Seconds { get; init; } = 1;
}
