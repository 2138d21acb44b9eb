using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Redaction;

/// <summary>
/// Drops secrets: passwords in clear after the words that announce them (four languages), tokens, keys, connection strings, one-time
/// codes, recovery keys. In doubt a word is lost, never a secret kept (promise P3).
/// </summary>
internal static partial class SecretRedaction
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const RegexOptions AnyCase = Plain | RegexOptions.IgnoreCase;
    private const int Patience = 500;

    // What is said about a password, rather than being one.
    private static readonly HashSet<string> Said = new(StringComparer.OrdinalIgnoreCase)
    {
        "not", "no", "wrong", "incorrect", "invalid", "expired", "expiring", "about", "known", "unknown", "forgotten", "lost", "locked", "blocked", "correct", "right", "too", "being", "always", "never", "still", "now", "again", "reset", "required", "needed", "the", "a", "an", "my", "his", "her", "their", "your", "our", "working", "refused", "rejected", "denied", "asked", "requested", "changed", "compromised", "weak", "old", "new", "same", "different", "that", "what", "in", "on", "for", "to", "from", "by", "with", "and", "or", "but", "please", "reset,", "issue", "problem", "missing", "empty", "gone", "set", "sent", "shown", "stored", "saved", "synced", "valid", "ok", "fine", "at", "is", "it", "this", "very", "only", "available", "due", "safe", "secret", "forgot",
        "nicht", "kein", "keine", "falsch", "ungültig", "abgelaufen", "bekannt", "unbekannt", "vergessen", "verloren", "gesperrt", "richtig", "korrekt", "zu", "immer", "noch", "wieder", "jetzt", "weg", "nötig", "erforderlich", "das", "der", "die", "mein", "meine", "ein", "eine", "und", "oder", "aber", "bitte", "leider", "schon", "läuft", "mir", "ich", "zurückgesetzt", "zurücksetzen", "geändert", "kompromittiert", "veraltet", "neu", "alt", "für", "von", "im", "in", "am", "es", "wird", "wurde", "nur", "auch",
        "olvidada", "incorrecta", "incorrecto", "caducada", "caducado", "inválida", "bloqueada", "bloqueado", "correcta", "conocida", "no", "ya", "muy", "la", "el", "mi", "de", "del", "para", "que", "y", "o", "por", "se", "ha", "una", "un", "válida", "desconocida", "errónea",
        "oublié", "incorrect", "expiré", "bloqué", "invalide", "erroné", "faux", "correct", "connu", "inconnu", "pas", "plus", "ne", "le", "la", "mon", "ma", "du", "et", "ou", "pour", "est", "toujours", "trop", "déjà", "un", "une", "périmé",
    };

    /// <summary>The text without secrets.</summary>
    public static string Apply(string text)
    {
        text = Blocks().Replace(text, Placeholders.Secret);
        text = Tokens().Replace(text, Placeholders.Secret);
        text = UserInfo().Replace(text, match => $"{match.Groups["before"].Value}{Placeholders.Secret}@");
        text = Named().Replace(text, match => IsChance(match.Groups["value"].Value) ? match.Groups["name"].Value + Placeholders.Secret : match.Value);
        text = Settings().Replace(text, match => match.Groups["name"].Value + Placeholders.Secret);
        text = Announced().Replace(text, Announcement);
        text = Codes().Replace(text, match => match.Groups["cue"].Value + Placeholders.Secret);
        return Talk().IsMatch(text) ? Shaped().Replace(text, match => IsShaped(match.Value) ? Placeholders.Secret : match.Value) : text;
    }

    private static string Announcement(Match match)
    {
        var value = match.Groups["value"].Value;
        var bare = value.Trim('"', '\'', '“', '”', '„', '«', '»', '`', ',', '.', ';', ':', '!', '?', '(', ')');
        if (bare.Length == 0 || Said.Contains(bare) || value.StartsWith('[') || match.Value.Contains(Placeholders.Secret, StringComparison.Ordinal))
            return match.Value;
        // Without "is" or a colon ("password Sommer2024") only what looks like a password is one.
        if (!match.Groups["says"].Success && !LooksChosen(bare))
            return match.Value;
        return string.Concat(match.Value.AsSpan(0, match.Groups["value"].Index - match.Index), Placeholders.Secret);
    }

    // What no one writes as a word: long, and of several kinds of characters.
    private static bool IsChance(string value) =>
        value.Length >= 8 && (value.Any(char.IsDigit) || value.Length >= 20) && value.Any(char.IsAsciiLetter) && !value.StartsWith('[');

    private static bool LooksChosen(string word) =>
        word.Length >= 6 && word.Any(char.IsDigit) && word.Any(char.IsLetter) && !word.Contains('@', StringComparison.Ordinal);

    private static bool IsShaped(string word) =>
        word.Any(char.IsUpper) && word.Any(char.IsLower) && word.Any(char.IsDigit) && word.Any(c => "!#$%^&*?+=~@".Contains(c, StringComparison.Ordinal))
        && !word.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !LooksLikeMail(word);

    private static bool LooksLikeMail(string word) => word.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && word.IndexOf('.', at) > at;

    [GeneratedRegex(@"-----BEGIN [A-Z ]{0,30}(PRIVATE KEY|CERTIFICATE)-----[A-Za-z0-9+/=\s]{0,8000}(-----END [A-Z ]{0,30}-----)?", Plain, Patience)]
    private static partial Regex Blocks();

    // Public shapes, as vendors document them for secret scanning.
    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{10,4000}(\.[A-Za-z0-9_-]{0,4000}){0,4}|\b(gh[pousr]_|github_pat_|gl(pat|dt|rt|ptt|ft|soat|cbt|agent)-|sk-|xai-|gsk_|pplx-|xox[abeoprs]-|xapp-|xwfp-|AIza|ya29\.|GOCSPX-|npm_|pypi-|rubygems_|shp(at|ca|pa|ss)_|hf_|do[opr]_v1_|dckr_[po]at_|sbp_|glsa_|glc_|hv[bsr]\.|dapi|dt0[a-z]\d\d\.|sq0(atp|csp)-|EAAA|rzp_(live|test)_|whsec_|(sk|pk|rk)_(live|test)_|NR(AK|II|JS|AL|RA)-|ATATT3|ATCTT3|ATBB|BBDC-|figd_|lin_api_|ntn_|secret_|PMAK-|HRKU-|sntry[su]_|pat[A-Za-z0-9]{14}\.|LTAI|AGE-SECRET-KEY-1|ops_eyJ|CLOJARS_|sl\.|atlasv1\.|phc_|fo1_|fm2_|key-|SG\.)[A-Za-z0-9_\-.=+/]{12,4000}|\b(AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[A-Z0-9]{12,20}\b|\b(SK|AC)[0-9a-f]{32}\b|\b[0-9a-f]{32}-us\d{1,2}\b|\b[0-9a-f]{32,40}NRAL\b|\b\d{8,10}:AA[A-Za-z0-9_-]{33}\b|\b[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}\b|https://(hooks\.slack\.com/(services|workflows)|discord(app)?\.com/api/webhooks|[a-z0-9-]{1,60}\.webhook\.office\.com)/[A-Za-z0-9_@/.-]{20,300}|\b[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{20,40}|\b[a-z2-7]{52}\b|\b(Bearer|Basic|Token|ApiKey) {1,2}[A-Za-z0-9+/_.~=-]{16,4000}|\b\d{6}(-\d{6}){7}\b|\b[A-Z0-9]{5}(-[A-Z0-9]{5}){4}\b|\b[A-Za-z0-9~_.-]{3,8}~[A-Za-z0-9~_.-]{30,40}\b|[A-Za-z0-9+/]{86}==", Plain, Patience)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"(?<name>\b(AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd|client_secret|clientsecret|secret|access_token|refresh_token|id_token|api[_-]?key|apikey|x-api-key|token|sig|code|passwd)""?\s{0,3}[=]\s{0,3}""?)[^\s;&""']{1,4000}", AnyCase, Patience)]
    private static partial Regex Settings();

    // A password within an address: amqp://user:secret@host.
    [GeneratedRegex(@"(?<before>\b[a-z][a-z0-9+.-]{1,20}://[^\s:/@]{1,100}:)[^\s/@]{1,200}@", AnyCase, Patience)]
    private static partial Regex UserInfo();

    // Names of keys, with a colon, an equals sign or as JSON: "access_token: x", "client_secret": "x", X-Api-Key: x.
    [GeneratedRegex(@"(?<name>\b([a-z0-9]{1,20}[ _-]){0,3}(access[ _-]?token|refresh[ _-]?token|id[ _-]?token|auth[ _-]?token|bearer[ _-]?token|personal access token|pat|sas[ _-]?token|token|api[ _-]?key|apikey|access[ _-]?key|secret[ _-]?key|secret[ _-]?access[ _-]?key|account[ _-]?key|client[ _-]?secret|app[ _-]?secret|shared[ _-]?secret|secret|signing[ _-]?key|encryption[ _-]?key|license[ _-]?key|webhook[ _-]?secret|private[ _-]?key|authorization|instrumentation[ _-]?key|session[ _-]?id|cookie)\b[""']?\s{0,3}([:=]|=>|→|is|ist|lautet|est|es)\s{0,3}[""']?)(?<value>[^\s;,""'<>]{8,4000})", AnyCase, Patience)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(pass ?words?|passwort|kennwort|initialpasswort|initialkennwort|startpasswort|einmalpasswort|wlan-schlüssel|contraseñas?|contrasenas?|clave|mot de passe|mdp|pass ?phrase|secret word|geheimwort|kennworte?s|pwd|pw|pass(?= ?[:=])|pass ?code|login data|logindaten|zugangsdaten|credentials|temporary access pass|befristeter zugriffspass|recovery key|wiederherstellungsschlüssel|clave de recuperación|clé de récupération|api key|secret|token)\b(?<filler>( (for|für|fuer|para|pour|of|von|de|to|zu|my|mein|temporal|temporaire|inicial|initial|provisional|provisoire|account|konto|user|laptop|email|e-mail|vpn|sap|the|the account|here|hier)){0,4})((?<says> {0,2}[:=→] {0,3}| (is now|is|was|should be|will be|ist jetzt|ist|war|lautet|heißt|wäre|es ahora|es|era|est maintenant|est|était|set to|reset to|changed to)(?= |:) {0,2}:? {0,2})| )(?<value>""[^""\n]{1,60}""|„[^“”\n]{1,60}[“”]|“[^”\n]{1,60}”|«[^»\n]{1,60}»|'[^'\n]{1,60}'|\S{1,200})", AnyCase, Patience)]
    private static partial Regex Announced();

    [GeneratedRegex(@"(?<cue>\b(pin|tap|otp|one[- ]time code|einmalcode|verification code|bestätigungscode|sicherheitscode|código|code|code de vérification|passcode|codigo)( (is|ist|lautet|es|est|was|war))?\s{0,2}[:=]?\s{0,2})(?<value>\d{4,10})\b", AnyCase, Patience)]
    private static partial Regex Codes();

    [GeneratedRegex(@"\b(pass ?word|passwort|kennwort|contraseña|contrasena|mot de passe|credential|zugangsdaten|log ?in|sign ?in|anmeld|pwd|clave)", AnyCase, Patience)]
    private static partial Regex Talk();

    [GeneratedRegex(@"[^\s\[\]""'“”„<>(),;]{8,64}", Plain, Patience)]
    private static partial Regex Shaped();

}
