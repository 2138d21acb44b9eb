using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Reads how a requester sounds and how soon they need help, by the cues of <c>tone.txt</c>. Deterministic; linear in a text that is bounded.</summary>
internal static class ToneWords
{
    private const string Shouting = "!!!";

    private static readonly CueFile Cues = CueFile.Read("HelpDesk.Triage.tone.txt");

    /// <summary>The tone of a ticket.</summary>
    public static TicketTone Of(string title, string text)
    {
        var words = new WordText($"{title} {text}");
        var mood = words.Has(Cues["angry"]) ? TicketMood.Angry
            : words.Has(Cues["annoyed"]) || title.Contains(Shouting, StringComparison.Ordinal) || text.Contains(Shouting, StringComparison.Ordinal) ? TicketMood.Annoyed
            : TicketMood.Calm;
        var urgency = words.Has(Cues["not-urgent"]) ? TicketUrgency.Normal
            : words.Has(Cues["urgent"]) ? TicketUrgency.Urgent
            : words.Has(Cues["soon"]) ? TicketUrgency.Soon
            : TicketUrgency.Normal;
        return new TicketTone(mood, urgency);
    }
}
