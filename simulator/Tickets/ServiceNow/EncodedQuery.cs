namespace HelpDesk.Simulator.Tickets.ServiceNow;

/// <summary>
/// The part of ServiceNow's encoded queries that is simulated: conditions joined by <c>^</c> (=, !=, &gt;=, &lt;=, &gt;, &lt;, LIKE, STARTSWITH,
/// IN) and ORDERBY, ORDERBYDESC. Anything else is refused, where the real one would silently leave the condition out.
/// </summary>
internal sealed class EncodedQuery
{
    private static readonly string[] Operators = ["!=", ">=", "<=", ">", "<", "STARTSWITH", "LIKE", "IN", "="];
    private readonly List<(string Field, string Operator, string Value)> _conditions = [];
    private readonly List<(string Field, bool Descending)> _orders = [];

    /// <summary>The query of a text; null when it holds something that is not simulated.</summary>
    public static EncodedQuery? Parse(string text)
    {
        var query = new EncodedQuery();
        foreach (var term in text.Split('^', StringSplitOptions.RemoveEmptyEntries))
        {
            if (term.StartsWith("ORDERBYDESC", StringComparison.Ordinal))
                query._orders.Add((term["ORDERBYDESC".Length..], true));
            else if (term.StartsWith("ORDERBY", StringComparison.Ordinal))
                query._orders.Add((term["ORDERBY".Length..], false));
            else if (!query.Add(term))
                return null;
        }

        return query;
    }

    /// <summary>The value that a field must have; null when the query leaves it open.</summary>
    public string? Wanted(string field) => _conditions.Find(condition => condition.Field == field && condition.Operator == "=").Value;

    /// <summary>The rows that meet all conditions, in order.</summary>
    public IEnumerable<ServiceNowRow> Of(IEnumerable<ServiceNowRow> rows)
    {
        var found = rows.Where(row => _conditions.TrueForAll(condition => Meets(row[condition.Field], condition.Operator, condition.Value)));
        IOrderedEnumerable<ServiceNowRow>? ordered = null;
        foreach (var (field, descending) in _orders)
        {
            ordered = (ordered, descending) switch
            {
                (null, false) => found.OrderBy(row => row[field], StringComparer.Ordinal),
                (null, true) => found.OrderByDescending(row => row[field], StringComparer.Ordinal),
                (_, false) => ordered.ThenBy(row => row[field], StringComparer.Ordinal),
                _ => ordered.ThenByDescending(row => row[field], StringComparer.Ordinal),
            };
        }

        // Times are whole seconds: within one, rows stand as they were written, or the other way round.
        return ordered is null ? found.OrderBy(Sequence, StringComparer.Ordinal)
            : _orders[0].Descending ? ordered.ThenByDescending(Sequence, StringComparer.Ordinal)
            : ordered.ThenBy(Sequence, StringComparer.Ordinal);

        static string Sequence(ServiceNowRow row) => row[ServiceNowTables.Sequence];
    }

    private static bool Meets(string actual, string op, string wanted) => op switch
    {
        "=" => string.Equals(actual, wanted, StringComparison.OrdinalIgnoreCase),
        "!=" => !string.Equals(actual, wanted, StringComparison.OrdinalIgnoreCase),
        ">=" => string.CompareOrdinal(actual, wanted) >= 0,
        "<=" => string.CompareOrdinal(actual, wanted) <= 0,
        ">" => string.CompareOrdinal(actual, wanted) > 0,
        "<" => string.CompareOrdinal(actual, wanted) < 0,
        "LIKE" => actual.Contains(wanted, StringComparison.OrdinalIgnoreCase),
        "STARTSWITH" => actual.StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
        _ => wanted.Split(',').Contains(actual, StringComparer.OrdinalIgnoreCase),
    };

    private bool Add(string term)
    {
        var end = 0;
        while (end < term.Length && (char.IsAsciiLetterLower(term[end]) || char.IsAsciiDigit(term[end]) || term[end] == '_'))
            end++;
        var op = Operators.FirstOrDefault(known => term.AsSpan(end).StartsWith(known, StringComparison.Ordinal));
        if (end == 0 || op is null)
            return false;
        _conditions.Add((term[..end], op, term[(end + op.Length)..]));
        return true;
    }
}
