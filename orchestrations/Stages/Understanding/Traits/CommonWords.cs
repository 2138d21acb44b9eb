namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Phrases that several traits weigh, in four languages, without accents (see <see cref="WordText"/>).</summary>
internal static class CommonWords
{
    /// <summary>The writer speaks of themselves.</summary>
    public static string[] FirstPerson { get; } =
        ["i ", "my ", "me ", "we ", "our ", "ich ", "mein", "mir ", "mich ", "wir ", "unser", "yo ", "mi ", "mis ", "me ", "he ", "nuestr", "je ", "j ai", "mon ", "ma ", "mes ", "nous ", "notre"];

    /// <summary>The writer means themselves; without words that mean somebody else in another language.</summary>
    public static string[] Self { get; } =
        ["i ", "my ", "me ", "we ", "our ", "ich ", "mein", "mir ", "mich ", "wir ", "unser", "uns ", "yo ", "mi ", "mis ", "necesito", "puedo", "he olvidado", "he perdido", "he cambiado", "olvide", "perdi ", "quiero", "solicito", "nuestr", "je ", "j ", "mon ", "ma ", "mes ", "m a ", "nous ", "notre"];

    /// <summary>Something of the writer's own.</summary>
    public static string[] Mine { get; } = ["my ", "mein", "mi ", "mis ", "mon ", "ma ", "mes "];

    /// <summary>The writer asks.</summary>
    public static string[] Asks { get; } =
        ["please", "need", "could you", "can you", "would you", "want", "help", "bitte", "brauche", "benotige", "konnt ihr", "konnen sie", "mochte", "por favor", "necesit", "pueden", "podria", "quiero", "s il vous plait", "svp ", "besoin", "pouvez", "pourriez", "merci de"];

    /// <summary>Somebody or something cannot work.</summary>
    public static string[] Trouble { get; } =
        ["cannot", "can t ", "can not", "unable", "not able", "not work", "doesn t", "don t", "do not", "does not", "down ", "fail", "locked", "offline", "no connection", "kann ", "konnen ", "kommt ", "kommen ", "nicht", "kein ", "gesperrt", "ausgefallen", "ausfall", "no puede", "no pueden", "no funciona", "no imprim", "sin acceso", "sin conexion", "bloquead", "caido", "ne peut", "ne peuvent", "ne fonctionne", "n arrive", "en panne", "impossible", "bloque", "plus acces"];
}
