using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Flows.Tickets.Answering;

/// <summary>Words of a danger to people or of something stolen: a person has to see such a ticket at once, whatever an article says.</summary>
internal static partial class DangerWords
{
    /// <summary>True when the text has one.</summary>
    public static bool AreIn(string text) => Danger().IsMatch(text);

    [GeneratedRegex(
        @"\b(swollen|bulging|smok(e|ing)|burn(s|t|ing|ed)|on\s+fire|sparks?|electric\s+shock|injur\w+|hurt|overheat\w*|stolen|theft|robbed|hacked|phish\w*|ransom\w*|virus|malware|blackmail\w*|threaten\w*|"
        + @"aufgebläht\w*|aufgeblaeht\w*|gewölbt\w*|qualm\w*|rauch\w*|brenn\w*|brand\w*|funken|stromschlag|verletz\w*|überhitz\w*|gestohlen\w*|geklaut\w*|diebstahl|gehackt|erpress\w*|bedroh\w*|"
        + @"hinchad\w+|humo|humea|quema\w*|arde|fuego|incendio|chispa\w*|descarga\s+eléctrica|herid\w+|robad\w+|robaron|robo|hackead\w+|chantaj\w*|amenaza\w*|"
        + @"gonflé\w*|fumée|fume|brûl\w+|feu|incendie|étincelle\w*|décharge\s+électrique|bless\w+|volé\w*|pirat\w+|chantage|menac\w+)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Danger();
}
