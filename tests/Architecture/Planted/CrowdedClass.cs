namespace HelpDesk.Architecture.Tests.Planted;

/// <summary>A planted violation: a class that needs seven other things.</summary>
public sealed class CrowdedClass(string a, string b, string c, string d, string e, string f, string g)
{
    /// <summary>What it was given.</summary>
    public string All => string.Concat(a, b, c, d) + e + f + g;
}
