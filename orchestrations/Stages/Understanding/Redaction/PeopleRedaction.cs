using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Redaction;

/// <summary>
/// Takes out names of people: the requester's own, and those that a title, a salutation, a label or a relation announces. A name found
/// once is taken out wherever it is. Without such a cue a capitalised word is no name: products and places are written so, too.
/// </summary>
internal static partial class PeopleRedaction
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Patience = 500;
    private const int ShortestPart = 3;
    private const int MostNames = 40;
    private const string Name = @"\p{Lu}[\p{L}'’-]{1,24}";
    private const string NamesResource = "HelpDesk.Redaction.given-names.txt";

    private static readonly Lazy<HashSet<string>> GivenNames = new(ReadGivenNames);

    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Team", "All", "Everyone", "Everybody", "IT", "Support", "Service", "Desk", "Helpdesk", "Help", "Colleague", "Colleagues", "Sir", "Madam", "There", "Admin", "Administrator", "Please", "Hi", "Hello", "Thanks", "User", "Users", "Employee", "Manager", "Account", "Password", "Access", "Group", "Outlook", "Excel", "Word", "Power", "Office", "Microsoft", "Teams", "Windows", "Adobe", "Google", "Chrome", "Apple", "Exchange", "SharePoint", "OneDrive", "Intune", "Azure", "Entra", "Copilot", "Visio", "Project", "Confluence", "SAP", "Salesforce", "Workday", "Citrix", "VPN", "WLAN", "WiFi", "Internet", "Wi-Fi", "Printer", "Laptop", "Notebook", "Phone", "iPhone", "Surface", "Lenovo", "Dell", "Human", "Resources", "Finance", "Sales", "Marketing", "Purchasing", "Legal", "Germany", "Spain", "France", "English", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Cannot", "Needs", "Has", "Is", "Was", "Will", "I", "My", "The", "We", "New", "It", "Locked", "Login", "Logon", "Name", "Not", "Can",
        "Damen", "Herren", "Kollegen", "Kolleginnen", "Kollege", "Kollegin", "Zusammen", "Alle", "Mitarbeiter", "Mitarbeiterin", "Benutzer", "Abteilung", "Standort", "Werk", "Projekt", "Bitte", "Konto", "Passwort", "Kennwort", "Zugriff", "Zugang", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Januar", "Februar", "März", "Mai", "Juni", "Juli", "Oktober", "Dezember", "Ich", "Mein", "Meine", "Wir", "Kann", "Hat", "Ist", "Der", "Die", "Das", "Einkauf", "Vertrieb", "Personal", "Buchhaltung", "Drucker", "Rechner", "Handy", "Anwender", "Bildschirm", "Lizenz", "Tag", "Morgen", "Abend",
        "Equipo", "Todos", "Soporte", "Compañeros", "Señores", "Usuario", "Cuenta", "Contraseña", "Acceso", "Lunes", "Viernes", "Buenos", "Buenas", "Días", "Tardes", "Équipe", "Tous", "Toutes", "Support", "Collègues", "Utilisateur", "Compte", "Accès", "Lundi", "Vendredi", "Monsieur", "Madame", "Bonjour", "Merci", "Service", "Informatique",
    };

    /// <summary>The text with placeholders.</summary>
    /// <param name="text">The text.</param>
    /// <param name="requester">The requester's name; null when unknown.</param>
    /// <param name="placeholders">What was replaced so far.</param>
    /// <param name="products">Words of product names, which are not people.</param>
    public static string Apply(string text, string? requester, Placeholders placeholders, IReadOnlySet<string> products)
    {
        var own = Spellings(requester).ToLookup(name => name.Contains(' ', StringComparison.Ordinal));
        text = ReplaceOwn(text, own[true], requester, placeholders);
        var found = new List<(string Name, string Placeholder)>();
        foreach (Match match in Announced().Matches(text).Concat(Greeted().Matches(text)).Concat(Related().Matches(text)).Concat(Signed().Matches(text)).Concat(Labelled().Matches(text)).Concat(Weakly().Matches(text)).Take(MostNames))
        {
            if (Trimmed(match.Groups["name"].Value, products) is { } name && (!(match.Groups["weak"].Success || match.Groups["label"].Success) || name.Contains(' ', StringComparison.Ordinal)))
                found.Add((name, placeholders.For("PERSON", name)));
        }

        found.AddRange(Given(text, products).Where(name => !own[false].Contains(name, StringComparer.Ordinal)).Take(MostNames).Select(name => (name, placeholders.For("PERSON", name))));

        foreach (var (name, placeholder) in found.OrderByDescending(one => one.Name.Length))
            text = ReplaceWord(text, name, placeholder);
        foreach (var (name, placeholder) in found.Where(one => one.Name.Contains(' ', StringComparison.Ordinal)))
        {
            foreach (var part in name.Split(' ').Where(part => part.Length >= ShortestPart && char.IsUpper(part[0])))
                text = ReplaceWord(text, part, placeholder);
        }

        // Last, because somebody else may share a first name ("my colleague Anna Weber").
        return ReplaceOwn(text, own[false], requester, placeholders);
    }

    private static string ReplaceOwn(string text, IEnumerable<string> names, string? requester, Placeholders placeholders)
    {
        var before = text;
        foreach (var name in names)
            text = ReplaceWord(text, name, Placeholders.Requester);
        if (!string.Equals(before, text, StringComparison.Ordinal))
            placeholders.Fixed(Placeholders.Requester, requester!.Trim());
        return text;
    }

    // A given name, with the capitalised word after it where that is a family name: "Anna Weber", "Weber, Anna", "Anna's", "for Anna".
    private static IEnumerable<string> Given(string text, IReadOnlySet<string> products)
    {
        foreach (Match match in Capitalised().Matches(text))
        {
            var first = match.Groups["first"].Value;
            if (!IsGiven(first) || products.Contains(first))
                continue;
            if (match.Groups["before"].Value is { Length: > 0 } family && !NoNames.Contains(family) && !products.Contains(family))
                yield return $"{family}, {first}";
            yield return Trimmed($"{first}{match.Groups["more"].Value}", products) ?? first;
        }
    }

    private static bool IsGiven(string word) =>
        Array.Exists(word.Split('-'), part => GivenNames.Value.Contains(part)) && char.IsLower(word[^1]);

    private static HashSet<string> ReadGivenNames()
    {
        using var stream = typeof(PeopleRedaction).Assembly.GetManifestResourceStream(NamesResource)!;
        using var reader = new StreamReader(stream);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                names.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(static name => new[] { name, Accented(name) }));
        }

        return names;
    }

    // Names are listed without accents where people write them either way.
    private static string Accented(string name) => name switch
    {
        "Andre" => "André",
        "Jose" => "José",
        "Joerg" or "Jorg" => "Jörg",
        "Jurgen" or "Juergen" => "Jürgen",
        "Gunter" => "Günter",
        "Gunther" => "Günther",
        "Bjorn" => "Björn",
        "Maria" => "María",
        "Lucia" => "Lucía",
        "Sofia" => "Sofía",
        "Monica" => "Mónica",
        "Angela" => "Ángela",
        "Angel" => "Ángel",
        "Alvaro" => "Álvaro",
        "Cesar" => "César",
        "Hector" => "Héctor",
        "Ivan" => "Iván",
        "Jesus" => "Jesús",
        "Joaquin" => "Joaquín",
        "Martin" => "Martín",
        "Raul" => "Raúl",
        "Ramon" => "Ramón",
        "Ruben" => "Rubén",
        "Sebastian" => "Sebastián",
        "Tomas" => "Tomás",
        "Victor" => "Víctor",
        "Ines" => "Inés",
        "Belen" => "Belén",
        "Andres" => "Andrés",
        "Adrian" => "Adrián",
        "Cristobal" => "Cristóbal",
        "Agnes" => "Agnès",
        "Rocio" => "Rocío",
        "Veronica" => "Verónica",
        "Barbara" => "Bárbara",
        "Debora" => "Débora",
        "Inigo" => "Iñigo",
        "Francois" => "François",
        "Francoise" => "Françoise",
        "Helene" => "Hélène",
        "Herve" => "Hervé",
        "Jerome" => "Jérôme",
        "Frederic" => "Frédéric",
        "Stephane" => "Stéphane",
        "Sebastien" => "Sébastien",
        "Benoit" => "Benoît",
        "Cedric" => "Cédric",
        "Celine" => "Céline",
        "Cecile" => "Cécile",
        "Chloe" => "Chloé",
        "Clement" => "Clément",
        "Elodie" => "Élodie",
        "Eloise" => "Éloïse",
        "Etienne" => "Étienne",
        "Gerard" => "Gérard",
        "Genevieve" => "Geneviève",
        "Josephine" => "Joséphine",
        "Aurelie" => "Aurélie",
        "Amelie" => "Amélie",
        "Andree" => "Andrée",
        "Beatrice" => "Béatrice",
        "Therese" => "Thérèse",
        "Valerie" => "Valérie",
        "Veronique" => "Véronique",
        "Rene" => "René",
        "Renee" => "Renée",
        "Remi" => "Rémi",
        "Solene" => "Solène",
        "Come" => "Côme",
        "Loic" => "Loïc",
        "Noel" => "Noël",
        "Michele" => "Michèle",
        "Melanie" => "Mélanie",
        "Leonie" => "Léonie",
        "Theo" => "Théo",
        "Leo" => "Léo",
        "Lea" => "Léa",
        "Adele" => "Adèle",
        "Eric" => "Éric",
        "Emilie" => "Émilie",
        "Rudiger" => "Rüdiger",
        "Ayse" => "Ayşe",
        "Huseyin" => "Hüseyin",
        "Zoltan" => "Zoltán",
        "Laszlo" => "László",
        "Soren" => "Sören",
        "Jorgen" => "Jørgen",
        "Malgorzata" => "Małgorzata",
        _ => name,
    };

    // "Schmidt Bitte" is a name and the next sentence; "Microsoft Teams" is none.
    private static string? Trimmed(string words, IReadOnlySet<string> products)
    {
        var name = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => !NoNames.Contains(word) && !products.Contains(word)).ToList();
        while (name.Count > 0 && !char.IsUpper(name[^1][0]))
            name.RemoveAt(name.Count - 1);
        return name.Count == 0 || name[0].Length < 2 ? null : string.Join(' ', name);
    }

    private static IEnumerable<string> Spellings(string? requester)
    {
        if (string.IsNullOrWhiteSpace(requester))
            yield break;
        var parts = requester.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(6).ToList();
        yield return requester.Trim();
        if (parts.Count > 1)
        {
            yield return string.Join(' ', parts);
            yield return $"{parts[^1]}, {parts[0]}";
            yield return $"{parts[^1]} {parts[0]}";
            yield return $"{parts[0]} {parts[^1]}";
        }

        foreach (var part in parts.Where(part => part.Length >= ShortestPart && char.IsUpper(part[0]) && !NoNames.Contains(part)))
            yield return part;
    }

    private static string ReplaceWord(string text, string word, string placeholder)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            var whole = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])) && (at == 0 || text[at - 1] != '[');
            if (whole)
                text = string.Concat(text.AsSpan(0, at), placeholder, text.AsSpan(end));
            at += whole ? placeholder.Length : word.Length;
            if (at >= text.Length)
                break;
        }

        return text;
    }

    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Fr|Hr|Señora?|Sra?|Sres|Doña|Don|Monsieur|Madame|Mme|Mlle|M(?=\.))\.? (?<name>" + Name + "( (von|van|der|de|del|la|" + Name + ")){0,3})", Plain, Patience)]
    private static partial Regex Announced();

    [GeneratedRegex(@"(?<![\p{L}])([Hh]i|[Hh]ello|[Dd]ear|[Hh]ey|[Hh]allo|[Ll]iebe[rs]?|[Hh]ola|[Ee]stimad[oa]|[Bb]onjour|[Bb]onsoir|[Gg]ood (morning|afternoon|evening|day)|[Gg]uten (Tag|Morgen|Abend)|[Bb]uen(os|as) (días|tardes|noches)|[Qq]uerid[oa]|[Ss]alut|[Cc]her|[Cc]hère|[Mm]oin|[Ss]ervus) (?<name>" + Name + "( " + Name + @")?)(?=[ ]{0,2}([,!.:\n-]|$))", Plain, Patience)]
    private static partial Regex Greeted();

    [GeneratedRegex(@"\b([Cc]olleagues?|[Cc]o-?worker|[Tt]eam member|[Aa]ssistant|[Ii]ntern|[Bb]oss|[Mm]anager|[Ss]upervisor|[Uu]ser|[Ee]mployee|[Nn]ame is|[Kk]olleg(e|en|in)|[Mm]itarbeiter(in|s)?|[Cc]hef(in)?|[Vv]orgesetzte[rn]?|[Bb]enutzer(in)?|[Aa]nwender(in)?|[Pp]raktikant(in)?|[Cc]ompañer[oa]|[Cc]olega|[Jj]ef[ea]|[Uu]suari[oa]|[Ee]mplead[oa]|[Cc]ollègue|[Uu]tilisat(eur|rice)|[Rr]esponsable|[Ss]tagiaire|[Bb]ehalf of|[Nn]amen von|[Aa]uftrag von|[Nn]ombre de|au nom de|[Mm]ein Name ist|[Mm]e llamo|[Mm]y name is|[Jj]e m'appelle)(,|:)? {1,3}(?<name>" + Name + "( (von|van|der|de|del|la|" + Name + ")){0,2})", Plain, Patience)]
    private static partial Regex Related();

    // Under the closing of a mail, where the quotation and signature were not cut.
    [GeneratedRegex(@"(([Rr]egards|[Ww]ishes|[Ss]incerely|[Ff]aithfully|[Tt]hanks|[Tt]hank you|[Cc]heers|[Gg]r(ü|ue)(ß|ss)e[n]?|Gru(ß|ss)|[Dd]anke|MfG|mfg|VG|LG|[Ss]aludos?|[Gg]racias|[Aa]tentamente|[Aa]brazos?|[Cc]ordialement|[Mm]erci|[Ss]alutations|[Rr]gds|[Bb]est)[,.!]{0,2}[ ]?\s?\n[ \t\n]{0,6}|\n-- ?\n)(?<name>" + Name + "( (von|van|der|de|del|la|" + Name + @")){0,3})(?=[ ]{0,2}(\n|$|,|\(|\||/))", Plain, Patience)]
    private static partial Regex Signed();

    [GeneratedRegex(@"(^|\n|/|\|)[ \t]{0,4}(?<label>Contact|Caller|Called by|Requester|Requested by|Reported by|Submitted by|Affected( user| person)?|Employee|Employee name|Full name|Assigned to|Kontakt|Melder|Anrufer|Anwender|Mitarbeiter|Ansprechpartner(in)?|Vorgesetzter|Nombre|Contacto|Solicitante|Empleado|Nom|Demandeur|Appelant|Salarié)[ \t]{0,6}[.:\-]{1,30}[ \t]{0,4}(?<name>" + Name + "(,? (von|van|der|de|del|la|" + Name + @")){1,3})(?=[ ]{0,2}(\n|$|,|\(|<|/|\||;|-))", Plain, Patience)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?<![\p{L}\p{N}@._/\\-])((?<before>" + Name + "), )?(?<first>" + Name + ")(?<more>( (von|van|der|den|de|del|la|le|" + Name + @")){0,3})(?![\p{L}\p{N}@_])", Plain, Patience)]
    private static partial Regex Capitalised();

    [GeneratedRegex(@"\b(?<weak>[Ff]or|[Ff]ür|[Pp]ara|[Pp]our|[Ff]rom|[Vv]on|[Bb]y|[Oo]f|[Rr]eset|[Uu]nlock|[Dd]isable|[Cc]all|[Ll]eaver:?|[Nn]ame:|[Nn]ombre:|[Nn]om:|[Ff]or:) (?<name>" + Name + " " + Name + ")", Plain, Patience)]
    private static partial Regex Weakly();
}
