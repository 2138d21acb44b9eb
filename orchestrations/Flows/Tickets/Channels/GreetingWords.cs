using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Recognises a message that only greets, in four languages: people begin a chat so, and it is no ticket.</summary>
internal static class GreetingWords
{
    private static readonly HashSet<string> Greetings = new(
        [
            "hi", "hello", "hey", "hiya", "good", "morning", "afternoon", "evening", "day", "there", "team", "all", "helpdesk", "bot", "test", "help",
            "hallo", "guten", "morgen", "tag", "abend", "moin", "servus", "gruss", "gott", "zusammen", "hilfe",
            "hola", "buenos", "buenas", "dias", "tardes", "noches", "ayuda", "equipo",
            "bonjour", "bonsoir", "salut", "coucou", "aide", "a", "tous", "l", "equipe", "it", "desk", "service",
        ], StringComparer.Ordinal);

    /// <summary>True when there is nothing but greeting.</summary>
    /// <param name="subject">Subject of a mail; null where there is none. A mail with a subject is a ticket.</param>
    /// <param name="text">The text.</param>
    public static bool IsGreeting(string? subject, string text) =>
        string.IsNullOrWhiteSpace(subject) && new WordText(text) is { Count: > 0 and <= 5 } words && words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).All(Greetings.Contains);
}
