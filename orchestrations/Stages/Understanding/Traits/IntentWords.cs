using HelpDesk.Orchestrations.Domain.Intents;

namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// The guard over a model's answer: per intent that a runbook acts on, the words without which nobody asks for it
/// (<see cref="IntentCues"/>). A model that proposes an intent for whose words the ticket has none is doubted.
/// </summary>
public sealed class IntentWords(IntentCatalogue intents)
{
    private const int OneThought = 60;
    private const int FewWords = 8;

    private readonly Dictionary<string, Needed> _needed = intents.All
        .Where(intent => intent.IsRemediable)
        .ToDictionary(intent => intent.Id, intent => Needed.Of(intent.Cues), StringComparer.Ordinal);

    /// <summary>True when the ticket holds the words that the intent needs; true as well for an intent on which no runbook acts.</summary>
    public bool Support(string intent, string title, string text) => Support(intent, new TicketText(title, text).Words);

    /// <summary>As above, for a text that is taken apart already.</summary>
    public bool Support(string intent, WordText words) => !_needed.TryGetValue(intent, out var needed) || IsAsked(needed, words);

    /// <summary>True when the ticket holds at least a word for what the intent is about; true as well for an intent on which no runbook acts.</summary>
    public bool IsAbout(string intent, string title, string text) =>
        !_needed.TryGetValue(intent, out var needed) || new TicketText(title, text).Words is { IsLatin: true } words && words.Has(needed.About);

    /// <summary>Intents on which runbooks act and whose words the text holds, in a fixed order.</summary>
    public IReadOnlyList<string> Supported(WordText words) =>
        [.. _needed.Where(pair => IsAsked(pair.Value, words)).Select(pair => pair.Key)];

    /// <summary>True when what the intent is about and what happened to it belong to one thought, whoever speaks.</summary>
    public bool AreNear(string intent, WordText words) => _needed.TryGetValue(intent, out var needed) && AreNear(needed, words);

    // Whoever asks for something of their own speaks of themselves, but for the shortest tickets ("account locked").
    private static bool IsAsked(Needed needed, WordText words) =>
        AreNear(needed, words) && (!needed.IsFirstPerson || words.Count <= FewWords || words.Has(CommonWords.Self));

    // Of another script too few words are known here to vouch for anything.
    private static bool AreNear(Needed needed, WordText words) => words.IsLatin && words.Near(needed.About, needed.Happened, OneThought) && !words.Has(needed.Unless);

    private sealed record Needed(string[] About, string[] Happened, string[] Unless, bool IsFirstPerson)
    {
        // No cues never mean no guard: without a word nothing is near, and every answer is doubted.
        public static Needed Of(IntentCues? cues) => new([.. cues?.About ?? []], [.. cues?.Happened ?? []], [.. cues?.Unless ?? []], cues?.IsFirstPerson ?? true);
    }
}
