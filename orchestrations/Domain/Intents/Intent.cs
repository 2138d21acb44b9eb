using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Intents;

/// <summary>One thing a ticket can be about: the folder <c>intents/&lt;id&gt;/</c>.</summary>
public sealed record Intent
{
    /// <summary>Stable id, equal to the folder's name; runbooks, policy and answers of models use it.</summary>
    public required string Id { get; init; }

    /// <summary>A few words for a page.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>One sentence, which the language model reads: what it is, and where its neighbours begin.</summary>
    public required string Description { get; init; }

    /// <summary>True when a runbook may remediate; false when the ticket is informed about or routed.</summary>
    public required bool IsRemediable { get; init; }

    /// <summary>True when its runbook changes the account in the directory, so that a ticket about the password or lock of another system is not for it.</summary>
    public bool IsOfDirectory { get; init; }

    /// <summary>Which group gets its tickets; null when the default of policy/routing.yaml holds.</summary>
    public Route? Route { get; init; }

    /// <summary>The words that a request of this kind needs; null where no runbook acts, because nothing is done on the word of a model there.</summary>
    public IntentCues? Cues { get; init; }

    /// <summary>Three or more short texts that are it, for people who read docs/intents.md.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>Path of the labelled texts that the embedded classifier learns from (<c>examples.csv</c>).</summary>
    public required string ExamplesPath { get; init; }

    /// <summary>The file as people name it: <c>intents/device.lost/intent.yaml</c>.</summary>
    public required string File { get; init; }
}

/// <summary>
/// The words without which nobody asks for a thing: what it is about and what happened to it, in all languages together. Words are lower
/// case and without accents, sought from word starts; one that ends in a space is a whole word.
/// </summary>
/// <param name="About">What the request is about; never empty.</param>
/// <param name="Happened">What happened to it or is wanted; never empty.</param>
/// <param name="IsFirstPerson">True when the writer must speak of themselves too; false for leavers and guests, who are always another person.</param>
public sealed record IntentCues(IReadOnlyList<string> About, IReadOnlyList<string> Happened, bool IsFirstPerson)
{
    /// <summary>Words that show another request: with one of them the words above do not count. Empty where there are none.</summary>
    public IReadOnlyList<string> Unless { get; init; } = [];
}

/// <summary>Where tickets of an intent go, and what the requester is told.</summary>
/// <param name="Groups">Group name by ticket system.</param>
/// <param name="Tell">An informing text; null when there is none.</param>
public sealed record Route(IReadOnlyDictionary<string, string> Groups, LocalizedText? Tell)
{
    /// <summary>Group name in every ticket system that is not in <see cref="Groups"/>; null when each is.</summary>
    public string? Group { get; init; }

    /// <summary>The group's name in a ticket system; null when this route has none there.</summary>
    public string? GroupIn(string ticketSystem) => Groups.GetValueOrDefault(ticketSystem) ?? Group;
}
