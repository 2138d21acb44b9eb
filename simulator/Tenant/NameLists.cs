namespace HelpDesk.Simulator.Tenant;

/// <summary>Names by language, of which the generated people are made. Each list has as many entries as the others.</summary>
internal static class NameLists
{
    public const int Length = 20;

    public static readonly string[] Languages = ["en", "de", "es", "fr"];

    public static readonly IReadOnlyDictionary<string, string[]> Given = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["en"] = ["Alice", "Ben", "Chloe", "Daniel", "Emma", "Finn", "Georgia", "Harry", "Isla", "Jack", "Katie", "Liam", "Mia", "Nathan", "Olivia", "Peter", "Rachel", "Sean", "Tara", "William"],
        ["de"] = ["Andreas", "Birgit", "Christian", "Dagmar", "Erik", "Franziska", "Günter", "Heike", "Ingo", "Jana", "Karl", "Lisa", "Matthias", "Nadine", "Otto", "Petra", "Ralf", "Sabine", "Thomas", "Ute"],
        ["es"] = ["Alejandro", "Beatriz", "Carlos", "Dolores", "Esteban", "Fernanda", "Gonzalo", "Inés", "Javier", "Lucía", "Manuel", "Natalia", "Óscar", "Pilar", "Rafael", "Rosa", "Santiago", "Teresa", "Víctor", "Ximena"],
        ["fr"] = ["Antoine", "Brigitte", "Camille", "Denis", "Élodie", "François", "Gaëlle", "Henri", "Isabelle", "Jérôme", "Karine", "Laurent", "Margaux", "Nicolas", "Océane", "Pascal", "Renée", "Sébastien", "Thérèse", "Yves"],
    };

    public static readonly IReadOnlyDictionary<string, string[]> Surnames = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["en"] = ["Adams", "Baker", "Clarke", "Davies", "Evans", "Foster", "Green", "Hughes", "Irving", "Jones", "Knight", "Lewis", "Morgan", "Newton", "O'Brien", "Suspender", "Reid", "Shaw", "Turner", "Walsh"],
        ["de"] = ["Albrecht", "Becker", "Conrad", "Dietrich", "Engel", "Fischer", "Groß", "Huber", "Jäger", "Koch", "Lehmann", "Müller", "Neumann", "Peters", "Richter", "Schäfer", "Thiel", "Ulrich", "Wagner", "Zimmermann"],
        ["es"] = ["Álvarez", "Blanco", "Castro", "Díaz", "Escobar", "Fernández", "García", "Hernández", "Iglesias", "Jiménez", "López", "Molina", "Núñez", "Ortega", "Peña", "Ramírez", "Sánchez", "Vargas", "Vega", "Zamora"],
        ["fr"] = ["André", "Bernard", "Chevalier", "Durand", "Étienne", "Fournier", "Girard", "Henry", "Joly", "Lefèvre", "Moreau", "Noël", "Olivier", "Petit", "Renard", "Rousseau", "Simon", "Thomas", "Vidal", "Weber"],
    };

    public static readonly IReadOnlyDictionary<string, string[]> Countries = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["en"] = ["GB", "US", "IE"],
        ["de"] = ["DE", "AT", "CH"],
        ["es"] = ["ES", "MX", "CO"],
        ["fr"] = ["FR", "BE", "CA"],
    };

    public static readonly string[] Departments = ["Finance", "Sales", "Engineering", "Operations", "Marketing", "Legal", "Human Resources", "IT"];
}
