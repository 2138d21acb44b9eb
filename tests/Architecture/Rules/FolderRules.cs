namespace HelpDesk.Architecture.Tests.Rules;

/// <summary>No folder imports another one that imports it back, directly or over others.</summary>
public static class FolderRules
{
    private const string Registration = "Registration";

    /// <summary>
    /// The circles between the top folders of a namespace, each with one import for every pair of folders in it. What lies in the root
    /// counts as a folder; a registration there may name all.
    /// </summary>
    public static IEnumerable<string> Circles(IEnumerable<Import> imports, string root)
    {
        var edges = (from import in imports
                     where !(import.From == root && import.Type.Split('.', '/').Any(part => part.EndsWith(Registration, StringComparison.Ordinal)))
                     let edge = (From: Top(import.From, root), To: Top(import.To, root))
                     where edge.From != edge.To
                     group import by edge).ToDictionary(group => group.Key, group => group.First());
        var reached = edges.Keys.Select(edge => edge.From).Distinct().ToDictionary(folder => folder, folder => Reached(folder, edges.Keys));
        return from edge in edges
               where reached.TryGetValue(edge.Key.To, out var back) && back.Contains(edge.Key.From)
               orderby edge.Key
               select $"{edge.Key.From} -> {edge.Key.To}: {edge.Value}";
    }

    private static HashSet<string> Reached(string folder, IReadOnlyCollection<(string From, string To)> edges)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
        {
            foreach (var (_, to) in edges.Where(edge => edge.From == next))
            {
                if (reached.Add(to))
                    open.Push(to);
            }
        }

        return reached;
    }

    private static string Top(string name, string root) => name == root ? "root" : name[(root.Length + 1)..].Split('.')[0];
}
