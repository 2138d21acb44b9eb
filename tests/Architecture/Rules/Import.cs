namespace HelpDesk.Architecture.Tests.Rules;

/// <summary>One type uses something of another folder.</summary>
/// <param name="Type">Full name of the type that uses it.</param>
/// <param name="From">Its namespace.</param>
/// <param name="To">The namespace of what it uses.</param>
/// <param name="Used">Full name of the used type, or the using directive.</param>
public sealed record Import(string Type, string From, string To, string Used)
{
    /// <summary>Whether the namespace is this one or lies in it.</summary>
    public static bool IsIn(string @namespace, string folder) =>
        @namespace == folder || @namespace.StartsWith(folder + ".", StringComparison.Ordinal);

    public override string ToString() => $"{Type} uses {Used}.";
}
