namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Recognises a ticket that only says that something is wrong, in four languages: "Issue: it doesn't work", "Hilfe, geht nicht". A model classifies
/// it as out of scope; its author has a problem all the same, and one question finds out which.
/// </summary>
internal static class VagueWords
{
    private const int MostWords = 14;

    private static readonly HashSet<string> Vague = new(
        [
            "help", "issue", "issues", "problem", "problems", "trouble", "error", "question", "urgent", "asap", "please", "pls", "thanks", "thank", "hi", "hello",
            "something", "anything", "nothing", "it", "its", "this", "that", "is", "isn", "s", "t", "m", "ve", "does", "doesn", "dont", "doesnt", "do", "don", "did",
            "didn", "not", "no", "work", "works", "working", "worked", "broken", "wrong", "stuck", "fix", "me", "my", "i", "we", "you", "us", "a", "an", "the", "and",
            "have", "has", "got", "get", "need", "needs", "can", "could", "would", "call", "contact", "back", "again", "anymore", "any", "more", "still", "to", "with",
            "of", "for", "at", "all", "now", "today", "since", "yesterday", "quick", "support", "desk", "team", "hilfe", "hilf", "helfen", "probleme", "fehler",
            "storung", "frage", "dringend", "geht", "gehts", "nicht", "nichts", "mehr", "kein", "keine", "bitte", "melden", "meldet", "euch", "anrufen", "ruckruf",
            "zuruckrufen", "mich", "mir", "ich", "wir", "uns", "sie", "ihr", "habe", "haben", "hab", "ein", "eine", "einen", "der", "die", "das", "es", "und", "was",
            "etwas", "stimmt", "funktioniert", "lauft", "klappt", "kaputt", "hallo", "danke", "konnen", "konnt", "kann", "brauche", "mal", "schnell", "heute", "seit",
            "wieder", "immer", "noch", "ayuda", "ayudar", "ayudenme", "problema", "problemas", "pregunta", "urgente", "nada", "va", "anda", "funciona", "funcionan",
            "por", "favor", "gracias", "hola", "llamen", "llamenme", "llamar", "contactar", "tengo", "hay", "un", "una", "el", "la", "lo", "algo", "mi", "necesito",
            "pueden", "puede", "puedo", "con", "de", "que", "esta", "hoy", "desde", "ayer", "ya", "y", "aide", "aider", "aidez", "problemes", "souci", "soucis", "erreur",
            "ne", "pas", "plus", "rien", "marche", "fonctionne", "ca", "cela", "c", "ce", "est", "en", "panne", "il", "vous", "plait", "svp", "stp", "merci", "bonjour",
            "rappelez", "rappeler", "appeler", "moi", "j", "je", "ai", "une", "le", "mon", "ma", "besoin", "d", "pouvez", "peux", "nous", "depuis", "hier", "aujourd",
            "hui", "toujours", "encore",
        ], StringComparer.Ordinal);

    /// <summary>True when no word says what it is about.</summary>
    public static bool Are(string title, string text) =>
        new WordText($"{title} {text}") is { Count: > 0 and <= MostWords } words && words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).All(Vague.Contains);
}
