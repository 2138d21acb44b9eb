namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>The scripts that give Graph roles hold what the code needs. Run with <c>HELPDESK_WRITE_DOCS=1</c> to write the lines between the marks again.</summary>
public sealed class GraphRoleScriptTests
{
    [Fact]
    public void ShellScript_Roles_AreThoseOfTheCatalogue() => GraphRoles.Block(Written("graph-roles.sh", GraphRoles.Shell)).ShouldBe(GraphRoles.Shell);

    [Fact]
    public void PowerShellScript_Roles_AreThoseOfTheCatalogue() => GraphRoles.Block(Written("graph-roles.ps1", GraphRoles.PowerShell)).ShouldBe(GraphRoles.PowerShell);

    [Fact]
    public void Roles_Read_ChangeNothing() => Roles("read").ShouldAllBe(role => !role.Contains("Write", StringComparison.Ordinal) && !role.Contains("PrivilegedOperations", StringComparison.Ordinal));

    [Fact]
    public void Roles_OfBetaEndpoints_AreNoneOfTheOthersAndOnlyRead()
    {
        GraphRoles.Beta.ShouldBe(["DeviceManagementRBAC.Read.All"]);
        GraphRoles.All.SelectMany(entry => entry.Roles).ShouldNotContain("DeviceManagementRBAC.Read.All");
    }

    [Theory]
    [InlineData("graph-roles.sh", "if [ \"${HELPDESK_GRAPH_BETA:-false}\" = true ]; then read=\"$read $beta\"; fi")]
    [InlineData("graph-roles.ps1", "if ($Beta) { $roles.read += $betaRoles }")]
    public void Scripts_BetaRoles_AreGivenOnlyWhereBetaIsOn(string script, string line) => Script(script).ShouldContain($"\n{line}\n");

    [Fact]
    public void Roles_Classes_AreApart()
    {
        Roles("device").ShouldNotContain(role => role.StartsWith("User", StringComparison.Ordinal));
        Roles("identity").ShouldNotContain(role => role.StartsWith("UserAuth", StringComparison.Ordinal) || role.StartsWith("DeviceManagement", StringComparison.Ordinal));
        Roles("credential").ShouldNotContain(role => role.StartsWith("GroupMember", StringComparison.Ordinal) || role.StartsWith("DeviceManagement", StringComparison.Ordinal));
        GraphRoles.All.ShouldAllBe(entry => entry.Roles.Length > 0);
    }

    [Fact]
    public void Roles_OfChanges_ReadOnlyWhereTheChangeItselfNeedsIt() =>
        GraphRoles.All.Where(entry => entry.Class != "read").SelectMany(entry => entry.Roles).Where(role => role.Contains(".Read.", StringComparison.Ordinal)).ShouldBe(["User.Read.All", "BitlockerKey.Read.All", "DeviceLocalCredential.Read.All"]);

    [Fact]
    public void Operations_NeedOnlyTheRolesOfTheirIdentity() => GraphRoles.Overreach().ShouldBeEmpty();

    [Fact]
    public void Script_WithOneRoleMore_IsFound() => GraphRoles.Block(Script("graph-roles.sh").Replace("device='", "device='Directory.ReadWrite.All ", StringComparison.Ordinal)).ShouldNotBe(GraphRoles.Shell);

    private static string[] Roles(string name) => GraphRoles.All.Single(entry => entry.Class == name).Roles;

    private static string Written(string name, string roles)
    {
        var script = Script(name);
        if (Environment.GetEnvironmentVariable("HELPDESK_WRITE_DOCS") == "1")
            File.WriteAllText(Path.Combine(Repository.Folder, "infra-bicep", "scripts", name), script.Replace(GraphRoles.Block(script), roles, StringComparison.Ordinal));
        return Script(name);
    }

    private static string Script(string name) => File.ReadAllText(Path.Combine(Repository.Folder, "infra-bicep", "scripts", name)).ReplaceLineEndings("\n");
}
