using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Systems;

/// <summary>
/// Sees that a password, login or lock belongs to something with a name that no list has ("login to Qlaro", "TISAX password", "das Kennwort für
/// PX-Plan"). A name is a word with an unusual shape; in English, Spanish and French a capital within a sentence is enough.
/// </summary>
internal static partial class UnlistedNames
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Patience = 500;
    private const string Secret = @"([Pp]ass-?[Ww]ords?|[Pp]asswort|[Kk]ennwort|[Pp][Ww]|[Pp]wd|[Ll]og-?[Ii]n|[Ll]ogon|[Ss]ign-?in|[Cc]redentials|[Aa]ccount|[Uu]ser|[Kk]onto|[Zz]ugang|[Zz]ugangsdaten|[Cc]ontraseña|[Cc]lave|[Uu]suario|[Cc]uenta|[Aa]cceso|[Mm]ot de passe|[Mm]dp|[Cc]ompte|[Ii]dentifiants?|[Uu]nlock|[Cc]ode|PIN)";
    private const string Of = @"(for|to|of|in|on|at|into|from|für|fuer|fur|im|in der|in|bei|vom|von|zum|zu|zur|auf|de|del|para|en|al|a|pour|du|au|sur|dans|à)( (the|our|my|das|die|der|den|dem|unser|unsere|unserem|unserer|el|la|los|nuestro|nuestra|le|la|les|notre|mon))?";

    // Letters and digits, or capitals that no sentence puts there.
    private const string Shape = @"([A-Z]{2,10}[0-9]{0,4}|[A-Z][a-z]+[A-Z][A-Za-z0-9]*|[A-Z][A-Za-z]*-[A-Z][A-Za-z]+|[A-Za-z]+[0-9]+[A-Za-z0-9]*)";
    private const string Generic = @"(app|apps|application|applications|Anwendung|Applikation|aplicación|aplicacion|appli|system|System|sistema|système|tool|Tool|herramienta|outil|program|Programm|programa|logiciel|software|Software|[A-Za-zäöü]+(system|programm|software|anwendung|tool|app|Tool|App))";

    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "PC", "PCs", "IT", "AD", "MFA", "SSO", "SSPR", "2FA", "ID", "PLS", "ASAP", "VIP", "FYI", "OK", "AM", "PM", "CET", "UTC", "HR", "CEO", "CFO", "CIO", "TAP", "SMS", "QR", "M365", "O365", "EDV", "MDM", "USB", "TV", "NB", "US", "UK", "EU", "DE", "ES", "FR", "EN", "RE", "FW", "FWD", "AW", "WG", "TR", "PIN", "MS", "OTP", "URL", "PW", "PWD", "MDP", "ICE", "INC",
        "Windows", "Win10", "Win11", "Microsoft", "Office", "Office365", "Outlook", "Teams", "OneDrive", "SharePoint", "Entra", "Azure", "AzureAD", "Active", "Intune", "Exchange", "Authenticator", "I", "My", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Christmas", "Easter", "iPhone", "iPad", "MacBook", "Mac", "Android", "Please", "Thanks", "Mr", "Mrs", "Ms", "Dr", "Team", "Support", "Help", "Desk", "English", "German", "Spanish", "French",
    };

    public static bool Shows(string text) => Holds(Ordered(), text) || Holds(Before(), text) || Holds(Sentence(), text) || Kind().IsMatch(text) || KindBefore().IsMatch(text);

    private static bool Holds(Regex pattern, string text) =>
        pattern.Matches(text).Take(20).Any(match => match.Groups["name"].Value is var name && !Ours.Contains(name) && !Ours.Contains(name.Split('-')[0]) && !IsPerson(name));

    // User names ("rekwuem2", "SMALINO") are asked for in the directory, too, where the word before says nothing else.
    private static bool IsPerson(string name) => name.Length >= 6 && !name.Any(char.IsLower) && name.All(char.IsLetter);

    [GeneratedRegex(@"\b" + Secret + "s? " + Of + " [\"„“«']?(?<name>" + Shape + @")\b", Plain, Patience)]
    private static partial Regex Ordered();

    [GeneratedRegex(@"\b(?<name>" + Shape + "|[A-Z][a-z]{2,20}(?= (password|login|log-in|logon|credentials)))[ -]" + Secret + @"\b", Plain, Patience)]
    private static partial Regex Before();

    // Not in German, where every noun has a capital.
    [GeneratedRegex(@"\b([Pp]assword|[Ll]og-?in|[Ll]ogon|[Cc]redentials|[Cc]ontraseña|[Mm]ot de passe|[Mm]dp) (for|to|of|in|into|de|del|para|en|pour|du|sur|dans)( (the|our|my|el|la|le))? [""“«']?(?<name>[A-Z][a-z]{2,20})\b", Plain, Patience)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b" + Secret + "s? " + Of + " ([a-zäöüéè]+ )?" + Generic + @"\b", Plain, Patience)]
    private static partial Regex Kind();

    // "planning suite logon", "Passwort vom" the other way round. What is ours by these words stays ours.
    [GeneratedRegex(@"\b(?!([Cc]ompany|[Oo]ffice|[Mm]icrosoft|[Aa]zure|[Ee]ntra|[Ss][Ss][Oo]|[Mm]y|[Tt]he|[Oo]ur|[Ww]indows|[Cc]orporate|[Ww]ork|[Ee]-?mail|[Mm]ail) )\p{L}[\p{L}0-9-]{2,20} (suite|portal|tool|app|application|system|platform|database|cockpit|module|viewer|terminal|software|site|website)['’]?s? (log-?in|logon|password|passwort|pw|pwd|credentials|user|account|sign-?in)\b", Plain | RegexOptions.IgnoreCase, Patience)]
    private static partial Regex KindBefore();
}
