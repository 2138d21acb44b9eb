namespace HelpDesk.Simulator.Tenant;

/// <summary>Somebody's directory role.</summary>
/// <param name="Id">Id of the assignment.</param>
/// <param name="PrincipalId">Object id of the person or group that holds it.</param>
/// <param name="RoleId">Template id of the role.</param>
/// <param name="RoleName">Name of the role.</param>
public sealed record SimulatedRole(string Id, string PrincipalId, string RoleId, string RoleName);
