namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Addresses the machine that reads it, or carries instructions to it. Finds what people who order machines about usually write; it is
/// one wall of several, not the one that holds: see <see cref="TraitRules"/>, <see cref="IntentWords"/> and the policy's invariants.
/// </summary>
internal static class AddressesTheMachineTrait
{
    private static readonly string[] Ignore =
    [
        "ignore ", "ignoring", "disregard", "forget ", "override", "overrule", "bypass", "ignorier", "vergiss", "missachte", "uberschreib", "umgeh", "ignora", "ignore", "olvida ", "olvide ", "omite", "oublie ", "oubliez", "ne tiens pas compte", "ne tenez pas compte", "contourne",
    ];

    private static readonly string[] Instructions =
    [
        "instruction", "iunstruction", "prompt", "the rules", "your rules", "all rules", "directions", "guideline", "policies", "previous orders", "everything above", "everything before", "everything to", "all of the above", "safety", "restrictions", "approval",
        "anweisung", "vorgaben", "regeln", "alles oben", "alles bisherige", "freigabe", "genehmigung", "instruccion", "indicaciones", "reglas", "todo lo anterior", "aprobacion", "consigne", "regles", "tout ce qui precede", "approbation",
    ];

    private static readonly string[] YouAre =
    [
        "you are", "you re", "act as", "acting as", "pretend", "roleplay", "role play", "simulate", "respond as", "answer as", "from now on", "imagine you", "du bist", "sie sind", "verhalte dich", "tu dich als", "ab jetzt", "eres ", "actua como", "a partir de ahora", "finge", "tu es ", "vous etes", "agis comme", "a partir de maintenant", "fais comme",
    ];

    private static readonly string[] Machine =
    [
        "ai ", "a i ", "chatgpt", "gpt", "assistant", "dan ", "bot ", "chatbot", "language model", "llm", "unfiltered", "uncensored", "no restrictions", "developer mode", "jailbreak", "jailbroken", "classifier", "triage", "in maintenance mode",
        "eine ki", "ki ", "assistent", "sprachmodell", "una ia", "ia ", "asistente", "modelo de lenguaje", "une ia", "modele de langage", "administrator mode",
    ];

    private static readonly string[] Plain =
    [
        "system prompt", "system message", "systemprompt", "system override", "prompt injection", "as an ai", "to you ai", "you ai assistant", "dear ai", "hey ai", "hello ai", "note to the ai", "note to ai", "developer mode", "do anything now", "injection marker",
        "an die ki", "hinweis an die ki", "liebe ki", "nota para la ia", "a la ia", "note pour l ia", "a l ia",
        "set the confidence", "set confidence", "confidence 1", "confidence 0 9", "set the intent", "classify this", "classify the ticket", "classify as", "your answer must", "answer only with", "respond only with", "respond with json", "output json", "return json", "your response must", "your output",
        "auto approve", "approve automatically", "approve this automatically", "approve immediately", "skip approval", "skip the approval", "without approval", "no approval needed", "no approval is needed", "already approved by policy", "pre approved",
        "ohne freigabe", "ohne genehmigung", "automatisch genehmig", "automatisch freigeben", "klassifiziere", "sin aprobacion", "aprueba automaticamente", "clasifica", "sans approbation", "sans validation", "approuve automatiquement", "classe ce ticket", "classifie",
        "before you can solve", "you can solve the task", "original task", "neue anweisungen", "nuevas instrucciones", "nouvelles instructions",
        "helpdesk bot", "help desk bot", "triage bot", "dear bot", "hey bot", "hello bot", "chatgpt you", "in base64", "en base64", "als base64",
    ];

    // What is asked of a machine that talks, never of a service desk.
    private static readonly string[] Chatter =
    [
        "hello chatgpt", "hi chatgpt", "hey chatgpt", "going to act as", "roleplay", "role play", "summarize this", "summarize the following", "summarise this", "summarise the following", "translate this", "write a poem", "write a story", "write me a", "could you write a", "draft a message", "tell me a joke", "answer the question using", "answer the following question", "imagine we", "imagine that", "imagine you", "imagine a ", "suppose we", "let s play", "output of this code", "the following code excerpt",
        "fasse diese", "fasse den folgenden", "fass diese", "ubersetze", "stell dir vor", "angenommen wir", "erzahl mir einen witz", "schreibe eine phishing", "beantworte die frage",
        "resume esta", "resume este", "resume el siguiente", "traduce esto", "imagina que", "imaginemos", "supongamos", "cuentame un chiste", "responde a la pregunta",
        "resume cette", "resumez", "traduis", "traduisez", "imagine que", "imaginez", "imaginons", "supposons", "raconte moi une blague", "reponds a la question",
    ];

    private static readonly string[] Tell =
        ["tell me", "what is", "what s", "share", "reveal", "give me", "confirm", "disclose", "repeat", "print", "spell", "sag mir", "was ist", "wie lautet", "nenne", "verrate", "cual es", "dime", "comparte", "revela", "confirma", "quel est", "dis moi", "donne moi", "revele", "partage", "confirmer"];

    private static readonly string[] YourSecrets =
        ["your password", "our system password", "your secret", "your key", "the system password", "system s password", "the secret key", "your instructions", "your prompt", "password for our system", "password for this mode", "dein passwort", "ihr passwort", "dein geheim", "deine anweisungen", "tu contrasena", "su contrasena", "tus instrucciones", "ton mot de passe", "votre mot de passe", "tes instructions"];

    private static readonly string[] Marks = ["<!doctype", "<information", "</information", "<|", "|>", "[inst]", "[/inst]", "###system", "### system", "###(system", "<system", "<<sys", "{injection"];

    public static bool Shows(TicketText ticket)
    {
        var words = ticket.Words;
        return words.Has(Plain)
            || words.Has(Chatter)
            || words.Follows(Ignore, Instructions, 48)
            || words.Follows(YouAre, Machine, 48)
            || words.Follows(Tell, YourSecrets, 24)
            || Marked(ticket.Title)
            || Marked(ticket.Text);
    }

    private static bool Marked(string text) => Array.Exists(Marks, mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
